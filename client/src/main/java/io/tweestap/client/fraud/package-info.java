/// The fraud guard: what it does, and what it decided.
@NullMarked
package io.tweestap.client.fraud;

import org.jspecify.annotations.NullMarked;
