/// What was learned about carriers over REST.
@NullMarked
package io.tweestap.delivery.learn.web;

import org.jspecify.annotations.NullMarked;
