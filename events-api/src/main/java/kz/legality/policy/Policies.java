package kz.legality.policy;

/** The policies of a running ledger. They change while it runs, so whoever decides asks each time. */
public interface Policies {
    /** All versions activated until now. */
    PolicyBook book();

    /** The version in force now. */
    Policy now();

    /** One version for all time. */
    static Policies always(Policy policy) {
        PolicyBook book = PolicyBook.of(policy);
        return new Policies() {
            @Override
            public PolicyBook book() {
                return book;
            }

            @Override
            public Policy now() {
                return policy;
            }
        };
    }
}
