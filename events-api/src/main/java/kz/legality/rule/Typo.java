package kz.legality.rule;

import kz.legality.identifier.Imei;

/**
 * An export that may have meant another phone: one digit away, of the same shipment, and unaccounted for.
 *
 * @param meant the other phone
 * @param stray whether the phone that was written came with none of the shipments of the one that was meant: so that
 *     only the slip of a pen puts it among these goods
 */
public record Typo(Imei meant, boolean stray) {}
