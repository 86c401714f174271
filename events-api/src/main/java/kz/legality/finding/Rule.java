package kz.legality.finding;

import java.util.List;

/** A rule about one device: a pure function of what is known. */
public interface Rule {
    About about();

    List<Finding> judge(Dossier dossier);
}
