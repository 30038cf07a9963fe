package io.jium.acceptance.walls.planted.contracts;

class ContractWithLogic {}
