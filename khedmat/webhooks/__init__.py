"""What happens here is told to servers of others: signed, kept until it arrives, sent again."""
