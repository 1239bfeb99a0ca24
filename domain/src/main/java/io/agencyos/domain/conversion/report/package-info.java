/**
 * What is told about patterns: what changed between two versions, whether tiers mean what they say, and all of it in plain
 * words. What finds patterns is in the packages beside this one; nothing here steers. Source: conversion intelligence 13, 19.2, 20.
 */
@NullMarked
package io.agencyos.domain.conversion.report;

import org.jspecify.annotations.NullMarked;
