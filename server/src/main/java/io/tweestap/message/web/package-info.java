/// Messages of applications over REST.
@NullMarked
package io.tweestap.message.web;

import org.jspecify.annotations.NullMarked;
