import { extend } from '../../graphql/model.ts';

extend('Entry', ({ many }) => ({ enclosures: many('enclosures') }));
extend('StageSummary', ({ many }) => ({ enclosures: many('enclosures') }));
extend('User', ({ many }) => ({ enclosures: many('enclosures') }));
