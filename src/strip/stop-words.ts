/** The commonest words of languages in Latin letters (ISO 639-3), without which hardly a sentence is written. */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  eng: `the of and to a in that is was for on with as at by from it he she they are were be been has had have this which but
    not or an his her their its who will would said after when there than into also can about what all one if more`,
  spa: `de la el que y en a los del se las por un con una su para es al lo como más o pero sus le ha este sí porque esta entre
    cuando muy sin sobre me hasta hay donde quien desde nos durante uno les ni contra fue son era`,
  por: `de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi ele à seu sua ou quando
    muito nos já também só pelo pela até isso são`,
  fra: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ses mais comme ou
    nous cette ont été aux leur dont elle son sa`,
  deu: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis durch`,
  ita: `di e il la che in a per un è del non sono una della con si dei le al alla nel da gli delle come più anche ma lo ha
    questo dal i nella suo sua o`,
  nld: `de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit wordt door naar heeft
    ze hij was worden tot over zich`,
  pol: `w i na z się do nie to że jest o jak za od po przez dla są ale czy oraz tym był jego jej a ich który która przy tego`,
};
