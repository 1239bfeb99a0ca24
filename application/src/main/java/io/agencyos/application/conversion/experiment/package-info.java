/**
 * Experiments with the texts of steps: begun and ended by people, looked at every night, asked by drafting which variant a
 * lead gets. The arithmetic is the domain's, what a variant changes in a text is content's. Source: conversion
 * intelligence 7.1.
 */
@NullMarked
package io.agencyos.application.conversion.experiment;

import org.jspecify.annotations.NullMarked;
