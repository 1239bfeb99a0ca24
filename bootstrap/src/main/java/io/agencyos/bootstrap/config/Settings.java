package io.agencyos.bootstrap.config;

import io.agencyos.adapters.out.security.ProviderSettings;
import io.agencyos.adapters.out.smtpimap.SmtpPostman;
import io.agencyos.bootstrap.product.Spending;
import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings in force: the environment before the file before the defaults. All mistakes are reported together, each
 * with the key it concerns.
 */
public final class Settings {

    private static final int LARGEST_PORT = 65_535;

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /** An external database, complete. */
    public record ExternalDatabase(String url, String user, String password, String rolePassword) {

        @Override
        public String toString() {
            return "ExternalDatabase[" + url + ", " + user + "]";
        }
    }

    /** Reads environment and file. The error lists every mistake, one sentence each. */
    public static Result<Settings, List<String>> read(Map<String, String> environment) {
        List<String> mistakes = new ArrayList<>();
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.fallback());
        }
        String file = environment.getOrDefault(Setting.CONFIG_FILE.key(), "");
        if (!file.isBlank()) {
            take(ConfigFile.read(file, mistakes), "in " + file, values, mistakes);
        }
        take(environment, "in the environment", values, mistakes);
        check(values, mistakes);
        return mistakes.isEmpty() ? Result.ok(new Settings(values)) : Result.err(List.copyOf(mistakes));
    }

    private static void take(
            Map<String, String> lines, String where, Map<Setting, String> values, List<String> mistakes) {
        lines.forEach((key, value) -> {
            Optional<Setting> known = Arrays.stream(Setting.values())
                    .filter(setting -> setting.key().equals(key))
                    .findFirst();
            if (known.isPresent()) {
                values.put(known.get(), value.strip());
            } else if (Setting.looksLikeOne(key) || !where.equals("in the environment")) {
                mistakes.add(key + " " + where + " is no setting"
                        + nearest(key)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
        });
    }

    private static void check(Map<Setting, String> values, List<String> mistakes) {
        String secret = values.getOrDefault(Setting.INSTALLATION_SECRET, "");
        if (!secret.isEmpty() && !secret.matches("[0-9a-fA-F]{64}")) {
            mistakes.add(Setting.INSTALLATION_SECRET.key() + " must have 64 hexadecimal digits");
        }
        checkServer(values, mistakes);
        String url = values.getOrDefault(Setting.DATABASE_URL, "");
        if (url.isEmpty()) {
            return;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            mistakes.add(Setting.DATABASE_URL.key() + " must begin with jdbc:postgresql:");
        }
        if (url.contains("targetServerType=") && !url.matches(".*targetServerType=(primary|master)(&.*)?")) {
            mistakes.add(Setting.DATABASE_URL.key() + " must lead to the primary: every read may decide something");
        }
        for (Setting needed :
                List.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD, Setting.DATABASE_ROLE_PASSWORD)) {
            if (values.getOrDefault(needed, "").isEmpty()) {
                mistakes.add(needed.key() + " is needed with " + Setting.DATABASE_URL.key() + ": " + needed.meaning());
            }
        }
    }

    private static void checkMail(Map<Setting, String> values, List<String> mistakes) {
        String url = values.getOrDefault(Setting.MAIL_URL, "");
        String from = values.getOrDefault(Setting.MAIL_FROM, "");
        String selfSignUp = values.getOrDefault(Setting.SELF_SIGNUP, "");
        if (!url.isEmpty() && !SmtpPostman.Relay.isAddress(url)) {
            mistakes.add(Setting.MAIL_URL.key() + " must be an address such as smtps://user:password@mail.example:465");
        }
        if (!url.isEmpty() && EmailAddress.parse(from).toOptional().isEmpty()) {
            mistakes.add(Setting.MAIL_FROM.key() + " must be an e-mail address where there is a mail server");
        }
        if (!selfSignUp.matches("true|false")) {
            mistakes.add(Setting.SELF_SIGNUP.key() + " is true or false");
        }
        if (!values.getOrDefault(Setting.SHARED_LIMITS, "").matches("true|false")) {
            mistakes.add(Setting.SHARED_LIMITS.key() + " is true or false");
        }
        if (selfSignUp.equals("true")
                && url.isEmpty()
                && values.getOrDefault(Setting.AUTH_ISSUER, "").isEmpty()) {
            mistakes.add(Setting.SELF_SIGNUP.key() + " needs " + Setting.MAIL_URL.key());
        }
    }

    private static void checkServer(Map<Setting, String> values, List<String> mistakes) {
        String port = values.getOrDefault(Setting.PORT, "");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LARGEST_PORT) {
            mistakes.add(Setting.PORT.key() + " must be a number from 0 to " + LARGEST_PORT);
        }
        checkMail(values, mistakes);
        checkProvider(values, mistakes);
        String address = values.getOrDefault(Setting.PUBLIC_URL, "");
        if (!address.isEmpty() && !isWebAddress(address)) {
            mistakes.add(Setting.PUBLIC_URL.key() + " must be an address such as https://agency.example");
        }
        String byAccounts = values.getOrDefault(Setting.POST_BY_ACCOUNTS, "");
        if (!byAccounts.equals("true") && !byAccounts.equals("false")) {
            mistakes.add(Setting.POST_BY_ACCOUNTS.key() + " must be true or false");
        }
        checkSpending(values, mistakes);
        String office = values.getOrDefault(Setting.POST_OFFICE_URL, "");
        if (!office.isEmpty() && !isWebAddress(office)) {
            mistakes.add(Setting.POST_OFFICE_URL.key() + " must be an address such as https://post.example");
        }
        String sandbox = values.getOrDefault(Setting.SANDBOX_URL, "");
        if (!sandbox.isEmpty() && !isWebAddress(sandbox)) {
            mistakes.add(Setting.SANDBOX_URL.key() + " must be an address such as http://sandbox.internal:7070");
        }
    }

    private static void checkSpending(Map<Setting, String> values, List<String> mistakes) {
        for (Setting cap : List.of(Setting.VENDOR_CAP_DAY, Setting.VENDOR_CAP_MONTH)) {
            if (!values.getOrDefault(cap, "").matches("[0-9]{1,7}")) {
                mistakes.add(cap.key() + " must be whole dollars");
            }
        }
        if (!values.getOrDefault(Setting.AUD_PER_USD, "").matches("[0-9]{1,2}(\\.[0-9]{1,4})?")) {
            mistakes.add(Setting.AUD_PER_USD.key() + " must be a rate such as 1.55");
        }
        if (!values.getOrDefault(Setting.CALL_SECONDS, "").matches("[6-9][0-9]|[1-5][0-9]{2}|600")) {
            mistakes.add(Setting.CALL_SECONDS.key() + " must be 60 to 600 seconds");
        }
        if (mistakes.isEmpty()) {
            ModelSettings.check(values, mistakes);
        }
    }

    private static void checkProvider(Map<Setting, String> values, List<String> mistakes) {
        String issuer = values.getOrDefault(Setting.AUTH_ISSUER, "");
        if (issuer.isEmpty()) {
            return;
        }
        for (Setting address : List.of(
                Setting.AUTH_ISSUER, Setting.AUTH_JWKS_URL, Setting.AUTH_AUTHORIZATION_URL, Setting.AUTH_PROFILE_URL)) {
            String value = values.getOrDefault(address, "");
            if (!value.isEmpty() && !isSafeAddress(value)) {
                mistakes.add(address.key() + " must be an https address; http is for this machine only");
            }
        }
        if (values.getOrDefault(Setting.AUTH_AUDIENCE, "").isEmpty()) {
            mistakes.add(Setting.AUTH_AUDIENCE.key() + " is needed with " + Setting.AUTH_ISSUER.key() + ": "
                    + Setting.AUTH_AUDIENCE.meaning());
        }
        checkSharedSecret(values, mistakes);
    }

    private static void checkSharedSecret(Map<Setting, String> values, List<String> mistakes) {
        String secret = values.getOrDefault(Setting.AUTH_SHARED_SECRET, "");
        if (!secret.isEmpty() && secret.getBytes(StandardCharsets.UTF_8).length < ProviderSettings.SHORTEST_SECRET) {
            mistakes.add(
                    Setting.AUTH_SHARED_SECRET.key() + " has at least " + ProviderSettings.SHORTEST_SECRET + " bytes");
        }
    }

    /** Keys that came over a line that anybody may write on prove nothing. */
    private static boolean isSafeAddress(String text) {
        return isWebAddress(text)
                && (text.startsWith("https://")
                        || List.of("127.0.0.1", "localhost")
                                .contains(URI.create(text).getHost()));
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && uri.getQuery() == null
                    && List.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** The setting that was meant, where the key is written nearly like one, with or without what all begin with. */
    private static Optional<String> nearest(String key) {
        String name = Setting.nameOf(key);
        int slips = Math.max(2, name.length() / 3);
        return Arrays.stream(Setting.values())
                .min(Comparator.comparingInt(candidate -> distance(candidate.name(), name)))
                .filter(candidate -> distance(candidate.name(), name) <= slips)
                .map(Setting::key);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** The same with an embedded database and secrets of its own in this folder, whatever else is configured. */
    public Settings embeddedIn(Path folder) {
        Map<Setting, String> own = new EnumMap<>(values);
        own.put(Setting.DATA_DIR, folder.toString());
        own.put(Setting.DATABASE_URL, "");
        own.put(Setting.INSTALLATION_SECRET, "");
        return new Settings(own);
    }

    public Path dataDirectory() {
        return Path.of(value(Setting.DATA_DIR)).toAbsolutePath().normalize();
    }

    /** Empty where the data directory holds it. */
    public Optional<String> installationSecret() {
        return Optional.of(value(Setting.INSTALLATION_SECRET)).filter(secret -> !secret.isEmpty());
    }

    /** The newest first; empty where a file holds them. */
    public List<String> masterKeys() {
        return Arrays.stream(value(Setting.MASTER_KEY).split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** What the server listens on. */
    public String host() {
        return value(Setting.HOST);
    }

    public int port() {
        return Integer.parseInt(value(Setting.PORT));
    }

    /** The port that somebody asked for; empty where it is the usual one. */
    public Optional<Integer> unusualPort() {
        return Optional.of(port()).filter(port -> !value(Setting.PORT).equals(Setting.PORT.fallback()));
    }

    /** Where people and vendors reach this installation, ending with a slash; empty where they cannot. */
    public Optional<URI> publicUrl() {
        String address = value(Setting.PUBLIC_URL);
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(URI.create(address.endsWith("/") ? address : address + "/"));
    }

    /** Where letters are printed; empty where none are. */
    public Optional<URI> postOffice() {
        return Optional.of(value(Setting.POST_OFFICE_URL))
                .filter(address -> !address.isEmpty())
                .map(address -> URI.create(address.replaceFirst("/+$", "")));
    }

    /** The sandbox of the clients' twins beside this installation; empty for one inside the process. */
    public Optional<URI> sandbox() {
        return Optional.of(value(Setting.SANDBOX_URL))
                .filter(address -> !address.isEmpty())
                .map(address -> URI.create(address.replaceFirst("/+$", "")));
    }

    /** Whether letters of clients whose own accounts may print leave by these. */
    public boolean postByAccounts() {
        return value(Setting.POST_BY_ACCOUNTS).equals("true");
    }

    /** How much each client may cost at each vendor that is paid by use. */
    public Spending spending() {
        return new Spending(
                new VendorCap(
                        MicroAud.dollars(Long.parseLong(value(Setting.VENDOR_CAP_DAY))),
                        MicroAud.dollars(Long.parseLong(value(Setting.VENDOR_CAP_MONTH)))),
                new CallTerms(
                        Integer.parseInt(value(Setting.CALL_SECONDS)), new BigDecimal(value(Setting.AUD_PER_USD))));
    }

    /** Where language models are; whether it can be is looked at when settings are read. */
    public ModelPlace models() {
        return ModelSettings.of(values);
    }

    public Set<String> trustedProxies() {
        return Set.copyOf(listed(Setting.TRUSTED_PROXIES));
    }

    /** Who is asked for the records of sending domains; empty for the machine's own name servers. */
    public List<String> nameServers() {
        return listed(Setting.DNS_SERVERS);
    }

    /** Under which names keys of sending domains are looked for. */
    public List<String> dkimSelectors() {
        return listed(Setting.DKIM_SELECTORS);
    }

    private List<String> listed(Setting setting) {
        return Arrays.stream(value(setting).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** Origins of web pages that may call; none unless they are named. */
    public Set<String> corsOrigins() {
        return Set.copyOf(listed(Setting.CORS_ORIGINS));
    }

    /** Empty where the terminal or standard input is to be asked. */
    public Optional<SecretText> vendorKey() {
        return Optional.of(value(Setting.VENDOR_KEY))
                .filter(key -> !key.isEmpty())
                .map(SecretText::new);
    }

    /** Empty where the terminal or standard input is to be asked. */
    public Optional<SecretText> userPassword() {
        return Optional.of(value(Setting.USER_PASSWORD))
                .filter(password -> !password.isEmpty())
                .map(SecretText::new);
    }

    /** Empty where the embedded database is wanted. */
    public Optional<ExternalDatabase> externalDatabase() {
        return value(Setting.DATABASE_URL).isEmpty()
                ? Optional.empty()
                : Optional.of(new ExternalDatabase(
                        value(Setting.DATABASE_URL),
                        value(Setting.DATABASE_USER),
                        value(Setting.DATABASE_PASSWORD),
                        value(Setting.DATABASE_ROLE_PASSWORD)));
    }

    /** Every setting by key as it may be shown: a secret says only whether it is set. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            String value = value(setting);
            shown.put(setting.key(), setting.secret() && !value.isEmpty() ? "(set)" : value);
        }
        return shown;
    }

    private String value(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    /** The mail server for letters about accounts, where there is one. */
    public Optional<SmtpPostman.Relay> mailServer() {
        String url = value(Setting.MAIL_URL);
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmtpPostman.Relay(URI.create(url), new EmailAddress(value(Setting.MAIL_FROM))));
    }

    /** The identity provider outside that signs people in; empty where the product does. */
    public Optional<ProviderSettings> identityProvider() {
        String issuer = value(Setting.AUTH_ISSUER);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        String keys = value(Setting.AUTH_JWKS_URL);
        return Optional.of(new ProviderSettings(
                issuer,
                URI.create(keys.isEmpty() ? issuer.replaceAll("/$", "") + "/.well-known/jwks.json" : keys),
                value(Setting.AUTH_AUDIENCE),
                given(Setting.AUTH_PROFILE_URL).map(URI::create),
                given(Setting.AUTH_PROFILE_KEY).map(SecretText::new),
                given(Setting.AUTH_SHARED_SECRET).map(SecretText::new),
                given(Setting.AUTH_MFA_ACR)));
    }

    /** Where people sign in at the identity provider. */
    public Optional<String> authorizationUrl() {
        return given(Setting.AUTH_AUTHORIZATION_URL);
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(value(setting)).filter(text -> !text.isEmpty());
    }

    /** Whether other processes serve the same database, which then counts how often somebody asks. */
    public boolean sharedLimits() {
        return value(Setting.SHARED_LIMITS).equals("true");
    }

    public boolean selfSignUp() {
        return value(Setting.SELF_SIGNUP).equals("true");
    }
}
