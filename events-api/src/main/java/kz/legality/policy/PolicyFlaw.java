package kz.legality.policy;

/** Terms that are not a policy. */
public final class PolicyFlaw extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public PolicyFlaw(String key, String reason) {
        super(key.isEmpty() ? reason : key + ": " + reason);
        this.key = key;
    }

    /** The key as a policy file writes it, such as {@code lists.grey.term}; empty where it is the file as a whole. */
    public String key() {
        return key;
    }
}
