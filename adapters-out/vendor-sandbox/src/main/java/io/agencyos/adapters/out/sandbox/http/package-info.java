/** Requests, answers, routes and JSON of the server. No vendor, no world. */
@NullMarked
package io.agencyos.adapters.out.sandbox.http;

import org.jspecify.annotations.NullMarked;
