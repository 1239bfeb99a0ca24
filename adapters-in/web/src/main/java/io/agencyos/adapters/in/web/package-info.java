/**
 * What a person opens in a browser: pages and what they load. No data for programs, which is the REST API's, and nothing
 * that is fetched from another host.
 */
@NullMarked
package io.agencyos.adapters.in.web;

import org.jspecify.annotations.NullMarked;
