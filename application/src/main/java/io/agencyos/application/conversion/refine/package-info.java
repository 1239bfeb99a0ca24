/**
 * What searches for leads take up of what was learned, and the log of it. The rules are the domain's; the stored profile is
 * never written here. Source: conversion intelligence 15.
 */
@NullMarked
package io.agencyos.application.conversion.refine;

import org.jspecify.annotations.NullMarked;
