package kz.legality.rule;

/**
 * Customs values of the same type allocation code within the price window.
 *
 * @param n how many imports
 * @param medianTiyn of their unit values
 * @param madTiyn median absolute deviation from it
 */
public record PriceFigures(int n, double medianTiyn, double madTiyn) {
    private static final double NORMAL_CONSISTENCY = 0.6745;

    /** Robust z of a value; not a number where all are alike. */
    public double robustZ(long valueTiyn) {
        return madTiyn == 0 ? Double.NaN : NORMAL_CONSISTENCY * (valueTiyn - medianTiyn) / madTiyn;
    }
}
