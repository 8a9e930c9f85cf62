import { handOver } from './bootstrap.js';

handOver('run-drill.ts');
