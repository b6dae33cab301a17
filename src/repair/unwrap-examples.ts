import type { Example } from '../core/stage.js';

const full = { level: 'full' } as const;

const BROKEN = `The lamp on the point has turned every night since the winter of the
great storm, and nobody in the village has slept in a dark room since.
Ships find their way by satellite now. The harbour board says that the
lens will stay where it is, because the stairs were built around it.

It weighs as much as two horses. On the last evening people will walk
up with lanterns; the teacher has asked them to bring their own match-
es, since the matches in the shop are sold. The well-known photograph
of the keeper hangs over the counter there, and it is of the well-
known kind. Children count the steps, and no two have ever agreed, al-
though there cannot be very many of them.`;

const JOINED = `The lamp on the point has turned every night since the winter of the great storm, and nobody in the village has slept in a dark room since. Ships find their way by satellite now. The harbour board says that the lens will stay where it is, because the stairs were built around it.

It weighs as much as two horses. On the last evening people will walk up with lanterns; the teacher has asked them to bring their own matches, since the matches in the shop are sold. The well-known photograph of the keeper hangs over the counter there, and it is of the well-known kind. Children count the steps, and no two have ever agreed, al-
though there cannot be very many of them.`;

const VERSE = `The lamp on the point has turned
every night since the storm,
and nobody in the village
has slept in a dark room since.
Ships find their way now
by the light of a star
that was put there by men
who have never been here.`;

export const UNWRAP_EXAMPLES: readonly Example[] = [
  { from: BROKEN, to: JOINED, context: full },
  { from: BROKEN },
  { from: BROKEN, context: { ...full, format: 'markdown' } },
  { from: VERSE, context: full },
];
