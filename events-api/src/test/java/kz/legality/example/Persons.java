package kz.legality.example;

import kz.legality.identifier.Iin;

/** IINs with true check digits, of nobody in particular. */
public final class Persons {
    /** Its check digit comes of the first pass. */
    public static final Iin AIGUL = new Iin("900101300811");

    /** Its check digit comes of the second pass. */
    public static final Iin BOLAT = new Iin("900101300823");

    public static final Iin SAULE = new Iin("880715055126");

    /** The seventh digit of a foreigner's number is 0. */
    public static final Iin FOREIGNER = new Iin("850229001239");

    private Persons() {}
}
