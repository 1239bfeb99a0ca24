package io.agencyos.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** One rule of the house; its name is also the name of the fixture package that breaks it. */
record HouseRule(String name, ArchRule rule) {

    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
