/// The fraud guard over REST: what a tenant chose, and what was decided.
@NullMarked
package io.tweestap.risk.web;

import org.jspecify.annotations.NullMarked;
