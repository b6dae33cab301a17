/**
 * Words that lines of a page's furniture hold far more often than prose does, by what they are about. A line is never
 * dropped for one of them: they are evidence among other evidence. Latin words match whole words, others anywhere.
 */
const WORDS = {
  share: `share tweet facebook twitter whatsapp telegram instagram linkedin pinterest youtube tiktok reddit email print
    compartir compartilhar partager teilen condividi delen udostępnij поделиться копировать شارك 分享 シェア`,
  offer: `subscribe subscription subscribers newsletter newsletters inbox signup unsubscribe membership premium trial donate
    suscríbete suscripción boletín assine assinatura abonnez abonnement inscrivez abonnieren iscriviti abbonati abonneer
    nieuwsbrief subskrypcja подписаться подписка рассылка اشترك 订阅 購読 メルマガ`,
  account: `login register account password username logout cart checkout wishlist entrar iniciar sesión cuenta cadastre
    connexion compte anmelden registrieren accedi registrati inloggen zaloguj войти регистрация تسجيل 登录 登入 注册 ログイン`,
  legal: `cookie cookies privacy gdpr copyright rights reserved terms conditions disclaimer trademark privacidad legal
    confidentialité mentions datenschutz impressum privacidade prywatności конфиденциальности права защищены
    الخصوصية الحقوق 隐私 版权 プライバシー`,
  more: `read more related trending popular latest recommended previous next also see view watch click continue loading
    leer relacionadas relacionados también leia também saiba lire aussi articles lesen mehr auch leggi anche lees ook meer
    czytaj także zobacz читайте также далее اقرأ أيضا 相关 推荐 阅读更多 関連 おすすめ`,
  comment: `comment comments reply replies comentarios comentar comentários commentaires kommentare antworten commenti
    reacties komentarze комментарии комментировать ответить تعليق تعليقات 评论 回复 コメント`,
  advert: `advertisement advert sponsored promoted publicidad anuncio patrocinado publicité anzeige werbung pubblicità
    publicidade reclame reklama реклама إعلان 广告 広告`,
  menu: `home menu search contact about careers faq help support sitemap rss archive archives categories category tags tag
    inicio buscar contacto portada accueil recherche contact startseite suche kontakt hoje sobre cerca chi siamo zoeken
    szukaj поиск главная контакты الرئيسية بحث 首页 搜索 ホーム 検索`,
  byline: `by published updated posted author editor ago min minutes hours edited reporter por publicado actualizado
    atualizado publié mis modifié von veröffentlicht aktualisiert pubblicato aggiornato di gepubliceerd door opublikowano
    опубликовано обновлено автор نشر كتب 发布 作者 编辑 更新 公開`,
  credit: `photo photograph image picture getty reuters afp ap credit courtesy file pictured caption foto fotografía imagen
    crédito crédit bild quelle фото صورة 图 图片 写真`,
} as const;

export const CUES: readonly (readonly [name: string, find: RegExp])[] = Object.entries(WORDS).map(
  ([name, words]) => [name, cueRegex(words.split(/\s+/))],
);

function cueRegex(words: readonly string[]): RegExp {
  const spaced = words.filter(word => !/[\u3040-\u30ff\u3400-\u9fff]/.test(word));
  const unspaced = words.filter(word => !spaced.includes(word));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])|${unspaced.join('|')}`,
    'giu',
  );
}
