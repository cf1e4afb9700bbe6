"""Early-warning dashboard: facts about situations, and what two Councils did about them."""
