// Nothing: what Node.js alone costs.
