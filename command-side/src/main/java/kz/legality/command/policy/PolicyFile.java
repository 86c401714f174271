package kz.legality.command.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyFlaw;

/** A jurisdiction's terms in YAML, one key of DOMAIN's list a line; JSON is YAML too. */
public final class PolicyFile {
    public static final int CHARS_MAX = 256 * 1024;

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PolicyFile() {}

    /** @throws PolicyFlaw that names the key which is missing, unknown, named twice, or not what it should be */
    public static Policy read(String text) {
        if (text.length() > CHARS_MAX) {
            throw new PolicyFlaw("", "a policy file has at most " + CHARS_MAX + " characters");
        }
        try {
            LinkedHashMap<String, Object> terms = YAML.readValue(text, new TypeReference<>() {});
            if (terms == null) {
                throw new PolicyFlaw("", "the file is empty");
            }
            return Policy.of(terms);
        } catch (JsonProcessingException notYaml) {
            throw new PolicyFlaw("", "the file is no YAML of keys and values: " + where(notYaml));
        }
    }

    /** Terms as a policy file says them. */
    public static String text(Object terms) {
        try {
            return YAML.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms cannot be written as YAML", e);
        }
    }

    /** The policy that is shipped for a jurisdiction, by its two letters. */
    public static Policy shipped(String jurisdiction) {
        try (InputStream file = PolicyFile.class.getResourceAsStream("/policies/" + jurisdiction + ".yaml")) {
            if (file == null) {
                throw new PolicyFlaw("jurisdiction", "no policy is shipped for '" + jurisdiction + "'");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped policy of " + jurisdiction + " cannot be read", e);
        }
    }

    private static String where(JsonProcessingException notYaml) {
        String line = notYaml.getLocation() == null
                ? ""
                : "line " + notYaml.getLocation().getLineNr() + ": ";
        return line
                + String.valueOf(notYaml.getOriginalMessage())
                        .lines()
                        .findFirst()
                        .orElse("");
    }
}
