/// Opt-outs over REST.
@NullMarked
package io.tweestap.optout.web;

import org.jspecify.annotations.NullMarked;
