import { globalId } from '../../graphql/ids.ts';
import { model } from '../../graphql/model.ts';
import { enclosureList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const Enclosure = model('Enclosure', {
  visibleTo,
  list: enclosureList,
  columns: ['fileName', 'mediaType', 'size', 'sha256', 'createdAt'],
  fields: ({ t, computed, one }) => ({
    url: t.string({
      description:
        'Where the file itself is, on this server: GET it with the same header authorization as here (下载地址)',
      extensions: computed('id'),
      resolve: ({ id }) => `/files/${encodeURIComponent(globalId('Enclosure', id))}`,
    }),
    uploader: one('uploader'),
    entry: one('entry'),
    summary: one('summary'),
  }),
});
