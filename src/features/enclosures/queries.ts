import { extend } from '../../graphql/model.ts';

extend('Entry', ({ many }) => ({ enclosures: many('enclosures') }));
