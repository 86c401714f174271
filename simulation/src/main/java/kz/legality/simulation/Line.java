package kz.legality.simulation;

/** A subscriber's line. The owner is an IIN, or empty where the network does not know one of ours. */
record Line(String owner, String msisdn, String imsi, Operator operator) {}
