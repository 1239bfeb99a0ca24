package io.agencyos.adapters.out.sandbox.population;

import java.util.List;
import java.util.Map;

/** The words that invented people and companies are made of. */
final class Words {

    static final List<String> FIRST_NAMES = List.of(
            "Priya", "Sam", "Aroha", "Liam", "Chloe", "Noah", "Mei", "Jack", "Olivia", "Ethan", "Zoë", "Thomas", "Grace",
            "Kiran", "Isla", "Mateo", "Hannah", "Oscar", "Ruby", "Arjun", "Layla", "Henry", "Amelie", "Darcy", "Freya",
            "Hugo", "Imogen", "Jasper", "Keira", "Lachlan", "Matilda", "Nikhil", "Orla", "Patrick", "Quinn", "Rosa",
            "Sione", "Tahlia", "Umar", "Violet", "Wei", "Xanthe", "Yusuf", "Zara", "Bruno", "Caitlin", "Dmitri", "Elena",
            "Farah", "Gareth", "Harriet", "Ivan", "José", "Kofi", "Lucinda", "Marama", "Nadia", "Owen", "Petra", "Rafael");

    static final List<String> LAST_NAMES = List.of(
            "Raman", "Oduya", "Tane", "Whitlock", "Okafor", "Nguyen", "Marchetti", "Doyle", "Petrov", "Sandhu", "Kowalski",
            "Fairweather", "Castellan", "Lindqvist", "Moreau", "Hargreave", "Ishida", "Brannigan", "Delacroix", "Ferreira",
            "Galbraith", "Hollis", "Iyer", "Jankovic", "Kaur", "Lattimer", "Mbeki", "Norwood", "O'Dell", "Pemberton",
            "Quigley", "Rosario", "Stavros", "Tremaine", "Underhill", "Vasquez", "Winterton", "Yamada", "Zielinski",
            "Ashgrove", "Blackwood", "Carrington", "Dunmore", "Eastwell", "Forsythe", "Greenhalgh", "Holloway", "Ingram",
            "Jessop", "Kingsley", "Lockhart", "Merriweather", "Northcote", "Oakshott", "Prendergast", "Ravenhill",
            "St. Clair", "Thistlewood", "Van Dael", "Wetherby");

    static final List<String> COMPANY_FIRST = List.of(
            "Harbour", "Lumen", "Copper", "Silver", "Banksia", "Wattle", "Granite", "Juniper", "Meridian", "Northern",
            "Southern", "Golden", "Coral", "Cedar", "Ember", "Falcon", "Gumtree", "Horizon", "Indigo", "Jacaranda",
            "Kestrel", "Lantern", "Magpie", "Nimbus", "Orchard", "Pelican", "Quartz", "Redgum", "Saltbush", "Tidal",
            "Umbra", "Velvet", "Willow", "Yellowtail", "Zephyr", "Anchor", "Beacon", "Compass", "Driftwood", "Eucalypt",
            "Fernleaf", "Glasshouse", "Headland", "Ironbark", "Jetty", "Kingfisher", "Lighthouse", "Mangrove", "Nautilus",
            "Osprey", "Paperbark", "Quokka", "Rosella", "Sandstone", "Tallow", "Upland", "Verdant", "Wren", "Yarrow",
            "Ziggurat");

    static final List<String> COMPANY_SECOND = List.of(
            "Lane", "Peak", "Bay", "Ridge", "Works", "Point", "Field", "Grove", "Creek", "Harvest", "Bridge", "Stone",
            "Hill", "Coast", "Park", "Gate", "Yard", "Wharf", "Mill", "Forge", "Valley", "Crossing", "Shore", "Plains",
            "Heights", "Corner", "Quay", "Terrace", "Junction", "Meadow", "Track", "Circle", "Square", "Arcade", "Landing",
            "Station", "Row", "Reach", "Spring", "Summit", "Basin", "Cove", "Dale", "Edge", "Flat", "Glen", "Haven",
            "Isle", "Key", "Ledge", "Mount", "Nook", "Outlook", "Pass", "Rise", "Sound", "Tower", "View", "Walk", "Well");

    static final Map<TitleBand, List<String>> TITLES = Map.of(
            TitleBand.OWNER, List.of("Founder & CEO", "Managing Director", "Owner", "Co-Founder", "CEO", "Owner/Director"),
            TitleBand.C_SUITE, List.of("Chief Marketing Officer", "CFO", "Chief Operating Officer", "CTO", "President"),
            TitleBand.VP, List.of("Vice President of Sales", "VP Marketing", "Vice-President, Operations"),
            TitleBand.HEAD, List.of("Head of Growth", "Director of Marketing", "General Manager", "Sales Director, APAC"),
            TitleBand.MANAGER, List.of("Marketing Manager", "Senior Manager, Growth", "Team Lead", "Operations Manager"),
            TitleBand.SPECIALIST, List.of("Content Specialist", "Accountant", "Business Analyst", "Designer"),
            TitleBand.ASSISTANT, List.of("Executive Assistant to the CEO", "Marketing Co-ordinator", "Marketing Intern"));

    static final List<String> TECHNOLOGIES = List.of(
            "WordPress, Google Analytics, Gmail",
            "Shopify, Klaviyo, Facebook Widget",
            "HubSpot, Salesforce, Slack",
            "Microsoft Office 365, Outlook, Azure",
            "Webflow, Google Tag Manager, Stripe",
            "Xero, MYOB, Mailchimp",
            "");

    private Words() {}
}
