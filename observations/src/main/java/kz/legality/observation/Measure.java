package kz.legality.observation;

import java.util.List;
import kz.legality.identifier.FileHash;

/**
 * What a detector found of one IMEI.
 *
 * @param imei 14 digits without zeros in front, or what was sent as one
 * @param thousandths of the detector's unit
 * @param rows of the archive it rests on
 * @param files of the archive that hold them
 */
public record Measure(String imei, long thousandths, long rows, List<FileHash> files) {}
