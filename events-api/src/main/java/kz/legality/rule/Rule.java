package kz.legality.rule;

import java.util.List;
import kz.legality.finding.Finding;

/** A rule about one device: a pure function of what is known. */
public interface Rule {
    About about();

    List<Finding> judge(Dossier dossier);
}
