package io.agencyos.adapters.out.sandbox.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Industries of the invented companies, named as lead exports name them. */
public enum Industry {
    MARKETING("marketing & advertising", "Media", "branding, web design, seo"),
    SOFTWARE("computer software", "Software", "saas, b2b, cloud"),
    IT_SERVICES("information technology & services", "Systems", "managed services, cyber security"),
    CONSTRUCTION("construction", "Constructions", "commercial building, fit-out"),
    HEALTH_CARE("hospital & health care", "Health", "allied health, clinics"),
    REAL_ESTATE("real estate", "Property", "property management, sales"),
    CONSULTING("management consulting", "Advisory", "strategy, operations"),
    FINANCE("financial services", "Capital", "lending, advice"),
    LEGAL("legal services", "Legal", "commercial law, conveyancing"),
    MANUFACTURING("machinery", "Industries", "fabrication, cnc"),
    RETAIL("retail", "Stores", "homewares, e-commerce"),
    HOSPITALITY("hospitality", "Hospitality", "venues, catering"),
    EDUCATION("education management", "Learning", "training, rto"),
    GOVERNMENT("government administration", "Council", "local government");

    private final String label;
    private final String companySuffix;
    private final String keywords;

    Industry(String label, String companySuffix, String keywords) {
        this.label = label;
        this.companySuffix = companySuffix;
        this.keywords = keywords;
    }

    /** The name in an export. */
    public String label() {
        return label;
    }

    /** What companies of this industry like to end their names with. */
    public String companySuffix() {
        return companySuffix;
    }

    /** Comma-separated keywords. */
    public String keywords() {
        return keywords;
    }

    /** The industry that a company's name gives away. */
    public static Optional<Industry> hintedBy(String companyName) {
        String lower = companyName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(industry -> lower.contains(industry.companySuffix.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
