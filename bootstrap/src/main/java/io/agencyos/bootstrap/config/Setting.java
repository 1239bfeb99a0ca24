package io.agencyos.bootstrap.config;

/** Every setting there is. A key that is not here is a mistake and is named. */
enum Setting {
    CONFIG_FILE("", false, "a file of KEY=value lines; the environment wins over it"),
    DATA_DIR(".agency-os/data", false, "where the embedded database and keys live"),
    DATABASE_URL("", false, "jdbc:postgresql://host:port/name of an external PostgreSQL 15 or newer; empty: embedded"),
    DATABASE_USER("", false, "who migrates the external database"),
    DATABASE_PASSWORD("", true, "of that user"),
    DATABASE_ROLE_PASSWORD("", true, "given to the three roles that the product logs in as"),
    INSTALLATION_SECRET(
            "", true, "64 hexadecimal digits from which every key is derived; empty: a file in the data directory"),
    MASTER_KEY(
            "",
            true,
            "64 hexadecimal digits that wrap the keys of stored secrets, older ones behind it with commas between;"
                    + " empty: master.key in the data directory, else derived from the installation secret"),
    HOST("127.0.0.1", false, "address that the server listens on"),
    PORT("8080", false, "port that the server listens on; 0 for any free one"),
    PUBLIC_URL("", false, "https address under which people and vendors reach this installation"),
    TRUSTED_PROXIES(
            "", false, "addresses of proxies whose Forwarded and X-Forwarded-* are believed, with commas between"),
    SHARED_LIMITS(
            "false",
            false,
            "true where several processes serve the same external database: how often somebody may ask is counted"
                    + " there"),
    CORS_ORIGINS("", false, "origins of web pages that may call the API from a browser, with commas between"),
    POST_OFFICE_URL("", false, "address of the post office that prints letters; empty: none are written"),
    POST_BY_ACCOUNTS(
            "false", false, "true: letters leave by clients' own ClickSend accounts that have Post (post=true)"),
    VENDOR_CAP_DAY("5000", false, "Australian dollars that a client may cost on a day at each vendor paid by use"),
    VENDOR_CAP_MONTH("10000", false, "the same in a calendar month"),
    AUD_PER_USD("1.55", false, "Australian dollars for an American one, for what vendors bill in those"),
    CALL_SECONDS("300", false, "how long a call by an assistant may be at most, 60 to 600 seconds"),
    MODEL_KEY(
            "",
            true,
            "key of the platform's own account for language models, which write what a call knows of a lead; empty:"
                    + " rules do"),
    MODEL_SMALL("", false, "model for what is written for many; empty: the vendor's usual one"),
    MODEL_LARGE("", false, "model for what is written for hot leads; empty: the vendor's usual one"),
    MODEL_FALLBACK("", false, "model that answers where one is there no more; empty: the vendor's usual one"),
    MODEL_PRICES("", false, "a file of what models cost; empty: the prices that the product was delivered with"),
    DNS_SERVERS(
            "",
            false,
            "name servers that are asked for the records of sending domains, as host or host:port with commas between;"
                    + " empty: the machine's own"),
    DKIM_SELECTORS(
            "google,selector1,selector2,s1,s2,k1,k2,k3,default,dkim,mail",
            false,
            "names under which keys of sending domains are looked for, with commas between"),
    SANDBOX_URL(
            "",
            false,
            "the sandbox of the clients' test twins, where several processes share a database, such as"
                    + " http://sandbox.internal:7070; empty: inside the process, if it is alone"),
    MAIL_URL(
            "",
            true,
            "mail server for letters to people about their accounts and to those who lost an opt-out link, as"
                    + " smtps://user:password@host:465 or smtp://… for STARTTLS"),
    MAIL_FROM("", false, "e-mail address that those letters come from"),
    SELF_SIGNUP("false", false, "true lets anybody open an account and a client; needs a mail server"),
    AUTH_ISSUER(
            "",
            false,
            "identity provider outside that signs people in, exactly as its tokens name it; empty: the product does"),
    AUTH_JWKS_URL("", false, "its key set; empty: /.well-known/jwks.json below the issuer"),
    AUTH_AUDIENCE("", false, "whom its tokens must be for; needed with an issuer"),
    AUTH_AUTHORIZATION_URL("", false, "where people sign in at it, told by GET /api/v1/auth/config"),
    AUTH_PROFILE_URL(
            "", false, "shown a new person's token to learn the proved address; empty: the token says it itself"),
    AUTH_PROFILE_KEY("", true, "public key that is sent along there as apikey, where the provider wants one"),
    AUTH_SHARED_SECRET(
            "",
            true,
            "secret of 32 bytes or more by which its HS256 tokens are checked, where it still signs so; empty: none is"
                    + " believed"),
    AUTH_MFA_ACR("", false, "the acr of its tokens that stands for a second factor, beside amr and aal2"),
    VENDOR_KEY("", true, "key for the connect command, where there is no terminal to ask at"),
    USER_PASSWORD("", true, "for the user commands, where there is no terminal to ask at"),
    JAVA_OPTS("", false, "options for the Java virtual machine, read by the launcher"),
    JDK_DIR(
            "",
            false,
            "folder of JDKs, read by the launcher where JAVA_HOME and PATH have none; empty: the usual ones");

    private static final String PREFIX = "AGENCYOS_";

    private final String fallback;
    private final boolean secret;
    private final String meaning;

    Setting(String fallback, boolean secret, String meaning) {
        this.fallback = fallback;
        this.secret = secret;
        this.meaning = meaning;
    }

    String key() {
        return PREFIX + name();
    }

    String fallback() {
        return fallback;
    }

    boolean secret() {
        return secret;
    }

    String meaning() {
        return meaning;
    }

    static boolean looksLikeOne(String key) {
        return key.startsWith(PREFIX);
    }

    /** A key as it would be called here, without what all begin with. */
    static String nameOf(String key) {
        return looksLikeOne(key) ? key.substring(PREFIX.length()) : key;
    }
}
