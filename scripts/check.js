import { handOver } from './bootstrap.js';

handOver('run-checks.ts');
