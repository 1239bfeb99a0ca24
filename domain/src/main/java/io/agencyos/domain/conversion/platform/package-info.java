/**
 * What consenting clients teach each other: sums of counts and mean weights, under rules that let nobody be recognised.
 * What one client learns for itself is in the packages beside this one. Source: conversion intelligence 12.2.
 */
@NullMarked
package io.agencyos.domain.conversion.platform;

import org.jspecify.annotations.NullMarked;
