package kz.legality.simulation;

/**
 * A model on the market.
 *
 * @param tacs first six digits of its TACs; a model sold by millions has many, told apart by the two digits behind
 * @param valueTiyn customs value of one at import
 * @param allocated day its first TAC was given out, {@code dd-Mon-yyyy}
 */
record Model(
        String tacs,
        String brand,
        String name,
        String marketing,
        long valueTiyn,
        String allocated,
        String bands,
        String type) {
    private static final String MODERN = "GSM 900,WCDMA B1,LTE B3,LTE B7,NR n78";
    private static final String FOURTH_GENERATION = "GSM 900,WCDMA B1,LTE B3,LTE B7";

    static Model smartphone(
            String tacs, String brand, String name, String marketing, long valueTiyn, String allocated) {
        return new Model(tacs, brand, name, marketing, valueTiyn, allocated, MODERN, "Smartphone");
    }

    static Model feature(String tacs, String brand, String name, String marketing, long valueTiyn, String allocated) {
        return new Model(
                tacs, brand, name, marketing, valueTiyn, allocated, FOURTH_GENERATION, "Mobile Phone/Feature phone");
    }

    static Model secondGeneration(String tacs, String brand, String name, String marketing, String allocated) {
        return new Model(
                tacs, brand, name, marketing, 600_000L, allocated, "GSM 900,GSM 1800", "Mobile Phone/Feature phone");
    }
}
