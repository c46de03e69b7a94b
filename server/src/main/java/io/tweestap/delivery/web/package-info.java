/// The messages of a tenant over REST: what became of each, never what it said.
@NullMarked
package io.tweestap.delivery.web;

import org.jspecify.annotations.NullMarked;
