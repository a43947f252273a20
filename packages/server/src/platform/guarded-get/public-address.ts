import ipaddr from 'ipaddr.js';

/** All that is routed on the internet today; NAT64, 6to4 and Teredo, which can lead back into a private IPv4 network, are sorted out after. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an IP address is of the public internet: not of this machine, a private or local network, a provider's inside, a metadata
 * service, a group, nor set aside for anything else. IPv4 in IPv6 counts as what it stands for.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}
