package kz.legality.identifier;

/** The number of a person ({@link Iin}) or of a company ({@link Bin}): the fifth digit tells which. */
public sealed interface TaxpayerNumber permits Iin, Bin {
    String value();

    /** @throws Malformed when it is neither */
    static TaxpayerNumber of(String text) {
        String value = text.strip();
        if (value.length() > 4 && value.charAt(4) >= '4') {
            return new Bin(value);
        }
        return new Iin(value);
    }
}
