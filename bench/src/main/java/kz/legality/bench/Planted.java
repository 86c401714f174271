package kz.legality.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a simulation's {@code truth.json} says.
 *
 * @param devices by rule: IMEIs of 14 digits (or what a network sent in their place), with their groups
 * @param scenarios of every device that is named
 * @param claims whether each is fraudulent
 */
record Planted(
        Map<String, Map<String, Set<String>>> devices, Map<String, String> scenarios, Map<String, Boolean> claims) {
    private static final int KEY_DIGITS = 14;

    static Planted read(Path truth) throws IOException {
        JsonNode tree = JsonMapper.builder().build().readTree(truth.toFile());
        Map<String, Map<String, Set<String>>> devices = new TreeMap<>();
        Map<String, String> scenarios = new HashMap<>();
        for (JsonNode device : tree.path("byDevice")) {
            String key = key(device.path("imei").asText());
            scenarios.merge(
                    key, device.path("scenario").asText(), (one, other) -> one.equals(other) ? one : one + "+" + other);
            for (JsonNode rule : device.path("planted")) {
                devices.computeIfAbsent(rule.asText(), it -> new HashMap<>())
                        .computeIfAbsent(key, it -> new HashSet<>())
                        .add(device.path("group").asText());
            }
        }
        Map<String, Boolean> claims = new HashMap<>();
        for (JsonNode claim : tree.path("byClaim")) {
            claims.put(claim.path("claim").asText(), claim.path("fraud").asBoolean());
        }
        return new Planted(devices, scenarios, claims);
    }

    static String key(String imei) {
        return imei.length() > KEY_DIGITS ? imei.substring(0, KEY_DIGITS) : imei;
    }
}
