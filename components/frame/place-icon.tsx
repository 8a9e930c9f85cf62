import {
  Boxes,
  ChartLine,
  Container,
  House,
  Inbox,
  type LucideIcon,
  PackagePlus,
  PackageSearch,
  Scan,
  ShieldAlert,
  TableProperties,
  Tags,
  Truck,
} from 'lucide-react';
import type { Place } from './places-of-role.ts';

const ICON: Record<Place['name'], LucideIcon> = {
  home: House,
  scan: Scan,
  register: PackagePlus,
  batches: Boxes,
  labels: Tags,
  trends: ChartLine,
  ship: Truck,
  receive: Inbox,
  containers: Container,
  anomalies: ShieldAlert,
  ledger: TableProperties,
  packs: PackageSearch,
};

/** The picture beside a place's name. */
export function PlaceIcon({ name, size = 20 }: { readonly name: Place['name']; readonly size?: number }) {
  const Icon = ICON[name];
  return <Icon size={size} aria-hidden strokeWidth={1.75} className="shrink-0" />;
}
