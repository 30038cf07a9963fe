/**
 * The published language of the services: one package per owner, holding interfaces and records
 * only. The last package segment names the service that answers.
 */
@NullMarked
package io.jium.contracts;

import org.jspecify.annotations.NullMarked;
