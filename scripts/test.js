import { handOver } from './bootstrap.js';

handOver('run-tests.ts');
