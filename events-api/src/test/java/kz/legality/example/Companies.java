package kz.legality.example;

import kz.legality.identifier.Bin;

/** BINs with true check digits. */
public final class Companies {
    public static final Bin IMPORTER = new Bin("941240000193");
    public static final Bin EXPORTER = new Bin("940140000385");
    public static final Bin TRADER = new Bin("020240000555");
    public static final Bin SHOP = new Bin("980540002879");

    /** Its fifth digit is 5. */
    public static final Bin NON_RESIDENT = new Bin("980550002873");

    private Companies() {}
}
