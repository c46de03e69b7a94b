/// Rules for the choice of carriers over REST.
@NullMarked
package io.tweestap.delivery.rule.web;

import org.jspecify.annotations.NullMarked;
