/// Any provider that takes messages over HTTP as JSON or as a form, described by settings alone.
@NullMarked
package io.tweestap.delivery.http;

import org.jspecify.annotations.NullMarked;
