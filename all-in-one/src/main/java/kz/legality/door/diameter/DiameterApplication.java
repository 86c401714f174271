package kz.legality.door.diameter;

import java.util.List;

/** What is asked by one command of one vendor's application. */
public interface DiameterApplication {
    int id();

    int vendor();

    int command();

    /** The pairs that stand in every answer of the command, whatever its result. */
    List<Avp> frame();

    /** The pairs of the answer beside {@link #frame()}, session, origin and proxies; the result among them. */
    List<Avp> answer(Avps asked) throws DiameterRefusal;
}
